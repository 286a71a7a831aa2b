"""Which paragraphs are tasks, and what they inherit from the headings and lead-ins above them."""
