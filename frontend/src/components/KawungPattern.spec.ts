import { expect, it } from 'vitest'
import { render } from '@/test/render'
import KawungPattern from './KawungPattern.vue'

it('fills what it lies over with its own tiles, and is nothing to read out', () => {
  const drawing = render(KawungPattern, { props: { tile: 30 } })
  const pattern = drawing.get('pattern')

  expect(pattern.attributes('width')).toBe('30')
  expect(pattern.attributes('height')).toBe('30')
  expect(drawing.get('svg > rect').attributes('fill')).toBe(`url(#${pattern.attributes('id')})`)
  expect(drawing.get('svg').attributes('aria-hidden')).toBe('true')
})
