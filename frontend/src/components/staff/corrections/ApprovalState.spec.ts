import { expect, it } from 'vitest'
import { render } from '@/test/render'
import ApprovalState from './ApprovalState.vue'

it('names how a request stands, in either language, and greys what is over', () => {
  expect(render(ApprovalState, { props: { state: 'waiting' } }).text()).toBe('Menunggu')
  expect(render(ApprovalState, { props: { state: 'approved' }, language: 'en' }).text()).toBe('Approved')
  expect(render(ApprovalState, { props: { state: 'withdrawn' } }).get('span').classes()).toContain('text-soft')
})
