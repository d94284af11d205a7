import type { KeptHome } from '@/composables/useKeptHome'

/*
 * The other half of useKeptHome, for first.ts alone: what is imported here too would have to be fetched with it.
 */

/** Milliseconds until the app is shown whether it has something to show or not. */
const longest = 15_000
/** Milliseconds: what is older says too little of today. */
const oldest = 30 * 86_400_000

/** The home of this member as it was last seen here; none where it was made by another build or in another language. */
export function keptHome(member: string | undefined, app: string): KeptHome | undefined {
  try {
    const kept = JSON.parse(localStorage.getItem('setia.home') ?? 'null') as KeptHome | null
    if (!kept || kept.member !== member || kept.build !== app || Date.now() - kept.at > oldest) return undefined
    return (localStorage.getItem('setia.language') ?? kept.language) === kept.language ? kept : undefined
  } catch {
    return undefined
  }
}

/** Shows it in place of the app, which ends it; or else time does. */
export function showKeptHome(kept: KeptHome) {
  const app = document.getElementById('app')!
  const root = document.documentElement
  root.lang = kept.language
  for (const [name, value] of Object.entries(kept.brand)) root.style.setProperty(name, value)
  const place = document.createElement('div')
  place.id = 'kept'
  place.setAttribute('aria-hidden', 'true')
  place.innerHTML = kept.html
  // The content policy lets scripts set styles, but no attribute that is read from text.
  for (const element of place.querySelectorAll<HTMLElement>('[data-kept-style]')) element.style.cssText = element.dataset.keptStyle ?? ''
  app.hidden = true
  app.before(place)
  setTimeout(endShowing, longest)
}

export function endShowing() {
  document.getElementById('kept')?.remove()
  const app = document.getElementById('app')
  if (app) app.hidden = false
}
