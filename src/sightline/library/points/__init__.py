"""One learning point a file; each holds POINT. How to add one: docs/how-to/add-a-lesson.md."""
