import { expect, it } from 'vitest'
import { render } from '@/test/render'
import BusyButton from './BusyButton.vue'

it('submits nothing unless it is made to', () => {
  expect(render(BusyButton, { slots: { default: 'Simpan' } }).attributes('type')).toBe('button')
  expect(render(BusyButton, { props: { type: 'submit' }, slots: { default: 'Simpan' } }).attributes('type')).toBe('submit')
})

it('says that it is at work, keeps its words and the focus', async () => {
  const button = render(BusyButton, { props: { busy: false }, slots: { default: 'Simpan' } })
  expect(button.find('svg').exists()).toBe(false)

  await button.setProps({ busy: true } as never)

  expect(button.attributes('aria-busy')).toBe('true')
  expect(button.attributes('aria-disabled')).toBe('true')
  expect(button.attributes('disabled')).toBeUndefined()
  expect(button.find('svg').exists()).toBe(true)
  expect(button.text()).toBe('Simpan')
})
