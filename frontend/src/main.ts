import { PiniaColada } from '@pinia/colada'
import { createPinia } from 'pinia'
import { createApp } from 'vue'
import App from './App.vue'
import { endKeptHome } from './composables/useKeptHome'
import { followOtherTabs, i18n, preferredLanguage, startIn } from './i18n'
import { createAppRouter } from './router'
import './styles/main.css'

async function start() {
  const texts = startIn(preferredLanguage())
  // Asked for by a page that is only being laid out, the type would come after its first sight.
  void document.fonts.load('1em "Plus Jakarta Sans Variable"').catch(() => undefined)
  const app = createApp(App)
  app.use(createPinia())
  app.use(PiniaColada, { queryOptions: { staleTime: 5_000 } })
  app.use(i18n)
  app.use(createAppRouter())
  await texts
  app.mount('#app')
  followOtherTabs()
  if (import.meta.env.PROD && 'serviceWorker' in navigator) {
    void navigator.serviceWorker.register('/sw.js').catch(() => undefined)
  }
}

start().catch((error: unknown) => {
  console.error(error)
  endKeptHome()
  // Without its texts the app cannot speak; this is all that can be said.
  document.getElementById('app')!.replaceChildren(document.querySelector<HTMLTemplateElement>('#unloadable')!.content)
})
