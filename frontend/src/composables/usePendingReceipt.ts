import type { RouteLocationRaw } from 'vue-router'

const storageKey = 'setia.receipt'
const keptFor = 24 * 60 * 60_000

interface Pending {
  code: string
  at: number
}

/** The receipt somebody came with, kept for a day, so that it is theirs once they have joined. */
export function usePendingReceipt() {
  function keep(code: string) {
    try {
      localStorage.setItem(storageKey, JSON.stringify({ code, at: Date.now() } satisfies Pending))
    } catch {
      // Without storage the receipt can still be scanned again after joining.
    }
  }

  function forget() {
    try {
      localStorage.removeItem(storageKey)
    } catch {
      // Nothing was kept either.
    }
  }

  /** Where to go after entering: to the receipt, if there is one. */
  function orElse(otherwise: RouteLocationRaw): RouteLocationRaw {
    const code = read()
    return code ? { name: 'receipt', params: { code } } : otherwise
  }

  return { keep, forget, orElse }
}

function read(): string | undefined {
  try {
    const pending = JSON.parse(localStorage.getItem(storageKey) ?? 'null') as Pending | null
    return pending && Date.now() - pending.at < keptFor ? pending.code : undefined
  } catch {
    return undefined
  }
}
