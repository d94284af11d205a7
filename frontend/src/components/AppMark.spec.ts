import { expect, it } from 'vitest'
import { render } from '@/test/render'
import AppMark from './AppMark.vue'

it('is drawn as large as asked for, and is nothing to read out', () => {
  const mark = render(AppMark, { props: { size: 48 } }).get('svg')

  expect([mark.attributes('width'), mark.attributes('height')]).toEqual(['48', '48'])
  expect(mark.attributes('aria-hidden')).toBe('true')
  expect(mark.findAll('ellipse')).toHaveLength(4)
})
