"""The pages, by subject: each module has its part of the table as PAGES."""
