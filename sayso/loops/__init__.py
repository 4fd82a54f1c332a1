"""What runs without end: worker, delivery and the scheduler."""
