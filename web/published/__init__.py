"""Pages for everybody: what people agreed to publish, without cookies."""
