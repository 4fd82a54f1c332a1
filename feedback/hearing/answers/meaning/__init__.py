"""What words are near to each other in meaning, where no list of ours names them."""
