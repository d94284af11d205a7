/** The secret of a mailed link; it leaves the address at once, so that it stays neither in the history nor in a copied link. */
export function useMailedLink(): string {
  const token = decodeURIComponent(location.hash.slice(1))
  history.replaceState(history.state, '', location.pathname)
  return token
}
