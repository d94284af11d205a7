import { nextTick, onScopeDispose, watch } from 'vue'
import { currentLanguage } from '@/i18n'

/**
 * A member's home as it was last seen here, to be shown by keptHome.ts before anything is read anew.
 *
 * @property member whose it is; nobody else is shown it
 * @property build address of the app that made it; that of another may look otherwise
 * @property at milliseconds of Unix time
 * @property brand custom properties of the program's color
 */
export interface KeptHome {
  member: string
  build: string
  at: number
  language: string
  brand: Record<string, string>
  html: string
}

const storageKey = 'setia.home'
/** Milliseconds without a change until a home is kept. */
const settling = 1_000
/** Characters; a home of more is not kept. */
const largest = 300_000

export function forgetKeptHome() {
  try {
    localStorage.removeItem(storageKey)
  } catch {
    // Nothing was kept.
  }
}

/** The app itself is shown from now on. */
export function endKeptHome() {
  document.getElementById('kept')?.remove()
  const app = document.getElementById('app')
  if (app) app.hidden = false
}

/** Answers whether the page was whole, so that there was something to keep. */
function keep(member: string): boolean {
  const app = document.getElementById('app')
  if (!app || app.querySelector('.skeleton, dialog[open]')) return false
  const copy = app.cloneNode(true) as HTMLElement
  copy.querySelectorAll('dialog').forEach((dialog) => dialog.remove())
  copy.querySelectorAll('a').forEach((link) => link.setAttribute('tabindex', '-1'))
  copy.querySelectorAll('button').forEach((button) => button.setAttribute('inert', ''))
  for (const element of copy.querySelectorAll('[style]')) {
    element.setAttribute('data-kept-style', element.getAttribute('style') ?? '')
    element.removeAttribute('style')
  }
  const { style } = document.documentElement
  const kept: KeptHome = {
    member,
    build: document.querySelector<HTMLElement>('script[data-app]')?.dataset.app ?? '',
    at: Date.now(),
    language: currentLanguage(),
    brand: Object.fromEntries(Array.from({ length: style.length }, (_, place) => [style.item(place), style.getPropertyValue(style.item(place))])),
    html: copy.innerHTML,
  }
  const text = JSON.stringify(kept)
  try {
    if (text.length <= largest) localStorage.setItem(storageKey, text)
  } catch {
    // Without storage the next home is shown when it was read.
  }
  return true
}

/**
 * Shows the page itself once it has something to show, which a performance mark tells, and keeps how it looks whenever that has
 * changed and settled.
 *
 * @param waiting for something that the page shows
 * @param shown whose page it is and all that is on it; nothing where that is not worth keeping
 */
export function useKeptHome(waiting: () => boolean, shown: () => { member: string; parts: unknown[] } | undefined) {
  let timer = 0
  watch(waiting, async (still) => {
    if (still) return
    await nextTick()
    endKeptHome()
    performance.mark('setia.home')
  }, { immediate: true })
  watch(() => [shown(), currentLanguage()] as const, ([now]) => {
    clearTimeout(timer)
    if (!now) return
    const once = () => (timer = window.setTimeout(() => keep(now.member) || once(), settling))
    once()
  }, { immediate: true })
  onScopeDispose(() => clearTimeout(timer))
}
