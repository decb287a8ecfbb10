"""What is said of skills: by their groups, and with what their levels mean."""
