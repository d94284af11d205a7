import { expect, it } from 'vitest'
import { render } from '@/test/render'
import ProgressBar from './ProgressBar.vue'

it('tells how much is done, and that it works where the end is not known', () => {
  const half = render(ProgressBar, { props: { share: 0.504, label: 'Kemajuan impor' } }).get('[role=progressbar]')
  expect(half.attributes('aria-label')).toBe('Kemajuan impor')
  expect(half.attributes('aria-valuenow')).toBe('50')
  expect(half.findAll('rect')[1]!.attributes('width')).toBe('50.4')
  const open = render(ProgressBar, { props: { share: undefined, label: 'Kemajuan impor' } })
  expect(open.attributes('aria-valuenow')).toBeUndefined()
  expect(open.get('svg').classes()).toContain('animate-pulse')
})
