import { expect, it } from 'vitest'
import { render } from '@/test/render'
import PromiseList from './PromiseList.vue'

it('of what is new, some promises wait for a whole check', () => {
  const rows = render(PromiseList, { props: { whole: false, promises: [{ number: 6, name: 'New rows', holds: true, violations: 0 }] } }).findAll('li')
  expect(rows).toHaveLength(7)
  expect(rows[0]!.text()).toContain('Ditepati')
  expect(rows[3]!.text()).toContain('Terlihat pada pemeriksaan penuh')
})

it('a broken promise says by how many rows', () => {
  const list = render(PromiseList, { props: { whole: true, promises: [{ number: 1, name: 'Sums', holds: false, violations: 3 }, { number: 12, name: 'Another', holds: true, violations: 0 }] } })
  expect(list.text().replaceAll('\u00a0', ' ')).toContain('3 baris melanggar')
  expect(list.text()).toContain('Another')
})
