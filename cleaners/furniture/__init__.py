"""What stands round an article and inside it: a small file for each kind of furniture."""
