// The list of meetings: removes a used token from the address.
if (location.hash) history.replaceState(null, '', location.pathname + location.search);
