/** What the card page needs without a connection: no more than is printed on a plastic card. */
export interface CachedCard {
  number: string
  name: string
  tierName: { id: string; en: string }
  tierCode: string
  programName: string
}

const storageKey = 'setia.card'

export function readCachedCard(): CachedCard | undefined {
  try {
    const stored = localStorage.getItem(storageKey)
    return stored ? (JSON.parse(stored) as CachedCard) : undefined
  } catch {
    return undefined
  }
}

export function keepCachedCard(card: CachedCard) {
  try {
    localStorage.setItem(storageKey, JSON.stringify(card))
  } catch {
    // Without storage the card needs a connection.
  }
}

export function forgetCachedCard() {
  try {
    localStorage.removeItem(storageKey)
  } catch {
    // Nothing was kept.
  }
}
