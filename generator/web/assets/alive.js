// Reports to the program that a page is open, so that it does not exit.
setInterval(() => fetch('/api/alive').catch(() => {}), 5 * 60 * 1000);
