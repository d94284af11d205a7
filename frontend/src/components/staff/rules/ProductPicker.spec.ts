import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { defineComponent, h, ref } from 'vue'
import { render, serve } from '@/test/render'
import { button, field, words } from '@/test/within'
import ProductPicker from './ProductPicker.vue'

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))
afterEach(() => void vi.useRealTimers())

it('finds products by a part of their name, and names those it has found', async () => {
  const calls = serve({ 'GET /products': { body: { items: [{ productId: 'prd_1', partnerId: 'par_1', sku: '8991', name: 'Kopi bubuk 200 g', earns: true, corrected: false, changedAt: '2026-11-01T03:00:00Z' }] } } })
  const chosen = ref(['123'])
  const picker = render(defineComponent(() => () => h(ProductPicker, { label: 'Produk', partnerId: 'par_1', modelValue: chosen.value, 'onUpdate:modelValue': (now: string[]) => (chosen.value = now) })))
  const input = field(picker, 'Produk')
  input.element.value = 'kopi'
  await input.trigger('input')
  expect(calls).toHaveLength(0)
  vi.advanceTimersByTime(300)
  await flushPromises()
  expect(calls.map(({ url }) => new URL(url).search)).toEqual(['?query=kopi&partnerId=par_1&limit=20'])
  expect(picker.findAll('datalist option').map((option) => [option.attributes('value'), option.text()])).toEqual([['8991', 'Kopi bubuk 200 g']])
  await input.setValue('8991')
  expect(chosen.value).toEqual(['123', '8991'])
  expect(words(picker)).toContain('Kopi bubuk 200 g (8991)')
  await button(picker, 'Hapus 123').trigger('click')
  expect(chosen.value).toEqual(['8991'])
})
