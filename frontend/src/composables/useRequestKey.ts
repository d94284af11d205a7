/** A name for a request, so that sending it again after a broken line has no second effect; another content needs another. */
export function useRequestKey() {
  let content = ''
  let key = ''

  return (body: unknown): string => {
    const asked = JSON.stringify(body)
    if (asked !== content || !key) {
      content = asked
      key = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
    }
    return key
  }
}
