"""Words by which answers are known. Data only."""
