import { PiniaColada } from '@pinia/colada'
import { mount, type ComponentMountingOptions, type VueWrapper } from '@vue/test-utils'
import { createPinia } from 'pinia'
import type { Component } from 'vue'
import { createI18n } from 'vue-i18n'
import { createMemoryHistory, createRouter } from 'vue-router'
import type { Language } from '@/api/types'
import { staffRoutes } from '@/staffRoutes'
import { messagesOf } from './messages'

const shown: VueWrapper[] = []

/** The one harness: a component as the app would show it, with both languages and named routes. */
export function render<T extends Component>(component: T, options: { props?: Record<string, unknown>; slots?: Record<string, string>; language?: Language } = {}) {
  const language = options.language ?? 'id'
  const i18n = createI18n({ legacy: false, locale: language, messages: { id: messagesOf('id'), en: messagesOf('en') } as never })
  const blank = { render: () => null }
  const routeNames = ['join', 'sign-in', 'staff-sign-in', 'home', 'card', 'receipt', 'claim', 'activity', 'inbox', 'offers', 'rewards', 'vouchers', 'terms', 'privacy']
  const otherPages = { cards: '/cards', 'close-membership': '/account/close', 'demo-mail': '/demo/mail', developers: '/developers', guide: '/developers/guides/:slug', reference: '/developers/reference/:group?', 'developer-changelog': '/developers/changelog', design: '/design' }
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [{ path: '/', name: 'landing', component: blank }, ...Object.entries(otherPages).map(([name, path]) => ({ path, name, component: blank })), ...routeNames.map((name) => ({ path: `/${name}`, name, component: blank })), { path: '/statement/:month', name: 'statement', component: blank }, ...staffRoutes.map(({ path, name }) => ({ path: `/staff/${path}`, name: name!, component: blank }))],
  })
  void router.push('/')
  const wrapper = mount(component as Component, {
    props: options.props,
    slots: options.slots,
    attachTo: document.body,
    global: { plugins: [createPinia(), PiniaColada, i18n, router] },
  } as ComponentMountingOptions<Component>)
  shown.push(wrapper)
  return wrapper
}

/** Takes away whatever is still shown. */
export function clear() {
  for (const wrapper of shown.splice(0)) if (!wrapper.vm.$.isUnmounted) wrapper.unmount()
}

/** Answers calls to the API from a table of "METHOD /path"; what is not in it is answered 404. */
export function serve(answers: Record<string, { status?: number; body?: unknown; headers?: Record<string, string> }>) {
  const calls: Request[] = []
  globalThis.fetch = async (input: RequestInfo | URL, init?: RequestInit) => {
    const request = new Request(new URL(input instanceof Request ? input.url : String(input), 'http://localhost'), input instanceof Request ? input : init)
    calls.push(request)
    const answer = answers[`${request.method} ${new URL(request.url).pathname.replace('/api/v1', '')}`] ?? { status: 404, body: { code: 'not_found', title: 'Not found' } }
    return new Response(answer.body === undefined ? null : JSON.stringify(answer.body), {
      status: answer.status ?? 200,
      headers: { 'Content-Type': (answer.status ?? 200) >= 400 ? 'application/problem+json' : 'application/json', ...answer.headers },
    })
  }
  return calls
}
