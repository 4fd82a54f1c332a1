"""What a flow is, how its file is read and checked, and how two versions differ."""
