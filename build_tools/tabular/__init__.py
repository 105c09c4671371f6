"""Tables: how their cells lie, and how they are written, whatever stands in them."""
