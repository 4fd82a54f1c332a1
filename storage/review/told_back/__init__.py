"""What goes back to everybody: public pages, findings, and how many were told."""
