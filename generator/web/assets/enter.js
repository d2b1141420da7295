// Exchanges the token in the fragment of the address for a cookie.
const message = document.querySelector('#message');
const token = location.hash.slice(1);
if (token) {
  history.replaceState(null, '', location.pathname);
  const answer = await fetch('/session', {
    method: 'POST',
    headers: {'Content-Type': 'application/json'},
    body: JSON.stringify({token}),
  });
  if (answer.ok) location.reload();
  else message.textContent = await answer.text();
}
