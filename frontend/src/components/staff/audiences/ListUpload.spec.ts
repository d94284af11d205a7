import { expect, it } from 'vitest'
import { render } from '@/test/render'
import ListUpload from './ListUpload.vue'

const job = { jobId: 'job_1', audienceId: 'aud_1', fileName: 'undangan.csv', state: 'done', createdAt: '2026-11-28T00:00:00Z', found: 40, refused: 2 }

it('asks for a file before it sends one', async () => {
  const part = render(ListUpload, { props: { audienceId: 'aud_1', busy: false, mayEdit: true } })
  await part.find('form').trigger('submit')
  expect(part.text()).toContain('Pilih berkas CSV dahulu.')
  expect(part.emitted('send')).toBeUndefined()
})

it('tells what became of the last file, with its report', () => {
  const part = render(ListUpload, { props: { audienceId: 'aud_1', busy: false, mayEdit: true, job } })
  expect(part.text()).toContain('undangan.csv')
  expect(part.find('a').attributes('href')).toBe('/api/v1/audiences/aud_1/imports/job_1/report')
})

it('who may not change anything sees no form and no report', () => {
  const part = render(ListUpload, { props: { audienceId: 'aud_1', busy: false, mayEdit: false, job } })
  expect(part.find('form').exists()).toBe(false)
  expect(part.find('a').exists()).toBe(false)
})
