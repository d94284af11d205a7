import { expect, it } from 'vitest'
import { render } from '@/test/render'
import KeyCap from './KeyCap.vue'

it('names a key of the keyboard as one', () => {
  expect(render(KeyCap, { slots: { default: 'Ctrl' } }).get('kbd').text()).toBe('Ctrl')
})
