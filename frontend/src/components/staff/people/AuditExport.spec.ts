import { expect, it } from 'vitest'
import { render } from '@/test/render'
import AuditExport from './AuditExport.vue'

it('tells how far it is, can be stopped, and says what did not fit', async () => {
  const working = render(AuditExport, { props: { busy: true, count: 1500, cut: false, most: 20_000 } })
  expect(working.get('[role=status]').text()).toBe('1.500 kejadian dibaca')
  await working.findAll('button')[1]!.trigger('click')
  expect(working.emitted('stop')).toHaveLength(1)
  const cut = render(AuditExport, { props: { busy: false, count: 20_000, cut: true, most: 20_000 } })
  expect(cut.get('[role=status]').text()).toContain('20.000 kejadian terbaru')
})
