import { endShowing, keptHome, showKeptHome } from '@/keptHome'

/*
 * Runs before everything else and begins the app. A member's home is shown as it was when it was last seen here, until it is read
 * anew. Whose home it may be, the server says with the page, as long as their session lives.
 */

/** Milliseconds to wait at most for the first sight. */
const aFrame = 100

/** What the first use of figures and dates costs, it costs while the app is on its way. */
function readyFormats() {
  new Intl.NumberFormat('id-ID')
  new Intl.DateTimeFormat('id-ID')
}

/** Until the page was painted; pages behind others are not. */
function painted() {
  return new Promise<void>((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve))
    setTimeout(resolve, aFrame)
  })
}

async function begin(app: string) {
  if (document.readyState === 'loading') await new Promise((parsed) => addEventListener('DOMContentLoaded', parsed, { once: true }))
  const kept = location.pathname === '/home' ? keptHome(document.documentElement.dataset.member, app) : undefined
  if (kept) {
    showKeptHome(kept)
    await painted()
  }
  const begun = import(/* @vite-ignore */ app) as Promise<unknown>
  readyFormats()
  await begun
}

begin(document.querySelector<HTMLElement>('script[data-app]')!.dataset.app!).catch((error: unknown) => {
  console.error(error)
  endShowing()
  document.getElementById('app')?.replaceChildren(document.querySelector<HTMLTemplateElement>('#unloadable')!.content)
})
