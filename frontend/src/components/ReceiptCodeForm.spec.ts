import { flushPromises } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { render } from '@/test/render'
import ReceiptCodeForm from './ReceiptCodeForm.vue'

async function typed(code: string) {
  const form = render(ReceiptCodeForm)
  const router = form.vm.$router
  router.addRoute({ path: '/r/:code?', name: 'receipt', component: { render: () => null } })
  await form.get('input').setValue(code)
  await form.get('form').trigger('submit')
  await flushPromises()
  return { form, at: router.currentRoute.value.fullPath }
}

it('leads to the receipt however its code is typed', async () => {
  const { form, at } = await typed('7k2m 9qxa‑4tr6')
  expect(form.get('label').text()).toBe('Kode struk')
  expect(form.get('button').text()).toBe('Lihat struk')
  expect(at).toBe('/r/7K2M9QXA4TR6')
})

it('says what a code looks like where it is too short, and stays', async () => {
  const { form, at } = await typed('7K2M-9QXA')
  const input = form.get('input')
  expect(at).toBe('/')
  expect(input.attributes('aria-invalid')).toBe('true')
  expect(form.text()).toContain('Kode struk terdiri dari 12 huruf dan angka.')
  expect(document.activeElement).toBe(input.element)
})

it('shows the code that was not found, to be mended', () => {
  expect(render(ReceiptCodeForm, { props: { initial: '7K2M9QXA4TR5' } }).get('input').element.value).toBe('7K2M9QXA4TR5')
})
