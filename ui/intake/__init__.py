"""What is asked of files while they are read, for the import wizard and the page Đối soát."""
