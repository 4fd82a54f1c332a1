"""What every page of ours stands on: the headers that keep it safe, whose forms are taken, and its look."""
