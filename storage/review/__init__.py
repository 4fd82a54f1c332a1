"""What staff read and decide: cases, themes, codings, replies, outcomes."""
