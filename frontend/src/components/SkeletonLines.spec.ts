import { expect, it } from 'vitest'
import { render } from '@/test/render'
import SkeletonLines from './SkeletonLines.vue'

it('holds the place of as many lines as will come, unheard', () => {
  const lines = render(SkeletonLines, { props: { lines: 5 } })

  expect(lines.findAll('.skeleton')).toHaveLength(5)
  expect(lines.attributes('aria-hidden')).toBe('true')
  expect(render(SkeletonLines).findAll('.skeleton')).toHaveLength(3)
})
