// Tells the program that a page is open, so that it does not end.
setInterval(() => fetch('/api/alive').catch(() => {}), 5 * 60 * 1000);
