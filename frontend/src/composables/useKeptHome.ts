import { nextTick, onScopeDispose, watch } from 'vue'
import { currentLanguage } from '@/i18n'

/**
 * A member's home as it was last seen here, to be shown by keptHome.ts before anything is read anew.
 *
 * @property member whose it is; nobody else is shown it
 * @property build address of the app that made it; that of another may look otherwise
 * @property brand custom properties of the program's color
 */
export interface KeptHome {
  member: string
  build: string
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

function keep(member: string) {
  const app = document.getElementById('app')
  if (!app || app.querySelector('.skeleton, dialog[open]')) return
  const copy = app.cloneNode(true) as HTMLElement
  copy.querySelectorAll('dialog').forEach((dialog) => dialog.remove())
  copy.querySelectorAll('a, button').forEach((control) => control.setAttribute('tabindex', '-1'))
  for (const element of copy.querySelectorAll('[style]')) {
    element.setAttribute('data-kept-style', element.getAttribute('style') ?? '')
    element.removeAttribute('style')
  }
  const { style } = document.documentElement
  const kept: KeptHome = {
    member,
    build: document.querySelector<HTMLElement>('script[data-app]')?.dataset.app ?? '',
    language: currentLanguage(),
    brand: Object.fromEntries(Array.from({ length: style.length }, (_, place) => [style.item(place), style.getPropertyValue(style.item(place))])),
    html: copy.innerHTML,
  }
  const text = JSON.stringify(kept)
  if (text.length > largest) return
  try {
    localStorage.setItem(storageKey, text)
  } catch {
    // Without storage the next home is shown when it was read.
  }
}

/**
 * Shows the page itself once it has something to show, which a performance mark tells, and keeps how it looks whenever that has
 * changed and settled.
 *
 * @param shown whose page it is and all that is on it
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
    if (now) timer = window.setTimeout(() => keep(now.member), settling)
  }, { immediate: true })
  onScopeDispose(() => clearTimeout(timer))
}
