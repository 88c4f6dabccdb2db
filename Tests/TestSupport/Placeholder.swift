// Holds the target open until its first file stands.
