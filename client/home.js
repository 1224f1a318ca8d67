/** Whoever comes back from a provider's page after paying, or without, goes on where they were. */
const BACK = 'drawbridge.back';
const query = new URLSearchParams(location.search);
const page = sessionStorage.getItem(BACK);
if (page?.startsWith('/games/') && (query.has('paid') || query.has('unpaid'))) {
  sessionStorage.removeItem(BACK);
  location.replace(page + location.search);
}
