import { expect, it } from 'vitest'
import { render } from '@/test/render'
import JobState from './JobState.vue'

it('names how far a file is, in either language', () => {
  const failed = render(JobState, { props: { state: 'failed' } })
  expect(failed.text()).toBe('Gagal')
  expect(failed.classes()).toContain('text-error')
  expect(render(JobState, { props: { state: 'running' }, language: 'en' }).text()).toBe('Running')
})
