"""Questions written in the browser: edited, checked, rehearsed, and published as a version."""
