import { flushPromises } from '@vue/test-utils'
import { expect, it, onTestFinished, vi } from 'vitest'
import { h } from 'vue'
import { RouterView } from 'vue-router'
import { button, field } from '@/test/within'
import { render } from '@/test/render'
import ShownOnce from './ShownOnce.vue'

/** It stands on a page, as only a page can be left. */
async function shown() {
  const stored = vi.fn()
  const page = render({ render: () => h(RouterView) })
  const router = page.vm.$router
  router.addRoute({ path: '/secret', name: 'secret', component: () => Promise.resolve({ render: () => h(ShownOnce, { title: 'Rahasia baru', text: 'Hanya tampil sekali.', onStored: stored }, () => h('dd', 'whsec_8fk2')) }) })
  await router.push('/secret')
  await flushPromises()
  return { page, router, stored }
}

it('tells who is led to it, and stays until somebody says that it is stored', async () => {
  const { page, stored } = await shown()
  expect(document.activeElement?.textContent).toBe('Rahasia baru')
  expect(page.get('dl').text()).toBe('whsec_8fk2')
  expect(button(page, 'Selesai').attributes('disabled')).toBeDefined()

  await field(page, 'Saya sudah menyimpannya').setValue(true)
  await button(page, 'Selesai').trigger('click')
  expect(stored).toHaveBeenCalledOnce()
})

it('asks before it is left for ever, unless it is stored', async () => {
  const { page, router } = await shown()
  const confirm = vi.fn(() => false)
  vi.stubGlobal('confirm', confirm)
  onTestFinished(() => void vi.unstubAllGlobals())
  await router.push('/')
  expect(confirm).toHaveBeenCalledOnce()
  expect(router.currentRoute.value.name).toBe('secret')

  await field(page, 'Saya sudah menyimpannya').setValue(true)
  await router.push('/')
  expect(confirm).toHaveBeenCalledOnce()
  expect(router.currentRoute.value.name).toBe('landing')
})
