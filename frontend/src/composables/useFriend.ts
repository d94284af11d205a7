/** The code of the friend whose link was followed, kept until this browser's visit ends. */
const storageKey = 'setia.friend'

export function keepFriend(code: unknown) {
  if (typeof code !== 'string' || !/^[\w-]{4,20}$/.test(code)) return
  try {
    sessionStorage.setItem(storageKey, code)
  } catch {
    // Then the link has to be followed again.
  }
}

export function readFriend(): string | undefined {
  try {
    return sessionStorage.getItem(storageKey) ?? undefined
  } catch {
    return undefined
  }
}
