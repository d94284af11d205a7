import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { render, serve } from '@/test/render'
import { refused } from '@/test/staff'
import { described, field, words } from '@/test/within'
import CodePool from './CodePool.vue'

const job = { jobId: 'job_1', fileName: 'kode.csv', rewardId: 'rew_1', state: 'done', createdAt: '2026-11-22T01:42:00Z', progress: { done: 12 }, counts: { added: 1200, unchanged: 3, refused: 2 } }
const imports = 'GET /reward-code-imports'

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))
afterEach(() => void vi.useRealTimers())

async function shown(answers: Parameters<typeof serve>[0], mayEdit = true) {
  const calls = serve(answers)
  const pool = render(CodePool, { props: { rewardId: 'rew_1', mayEdit } })
  await flushPromises()
  return { pool, calls }
}

async function choose(pool: Awaited<ReturnType<typeof shown>>['pool'], file: File) {
  const input = field(pool, 'Berkas CSV')
  Object.defineProperty(input.element, 'files', { value: [file] })
  await input.trigger('change')
  await pool.get('form').trigger('submit')
  await vi.waitFor(() => flushPromises())
}

describe('the codes of a pool', () => {
  it('tells what came of each file of this reward, with a report of what was refused', async () => {
    const { pool } = await shown({ [imports]: { body: { items: [job, { ...job, jobId: 'job_2', rewardId: 'rew_2', fileName: 'lain.csv' }] } } })
    expect(pool.findAll('li').map(words)).toEqual(['kode.csvSelesai1.200 ditambahkan, 3 sudah ada, 2 ditolak22 Nov, 08.42Laporan baris yang ditolak'])
    expect(pool.get('li a').attributes('href')).toBe('/api/v1/reward-code-imports/job_1/report')
  })

  it('asks for a file, sends it with the reward, and looks until it is read', async () => {
    const answers: Parameters<typeof serve>[0] = { [imports]: { body: { items: [] } }, 'POST /reward-code-imports': { status: 202, body: job } }
    const { pool, calls } = await shown(answers)
    await pool.get('form').trigger('submit')
    await flushPromises()
    expect(described(field(pool, 'Berkas CSV'))).toBe('Pilih berkasnya dulu.')
    answers[imports] = { body: { items: [{ ...job, state: 'running' }] } }
    await choose(pool, new File(['code\nA1'], 'kode.csv'))
    await vi.waitFor(() => expect(pool.get('li [role=status]').text()).toBe('Berjalan'))
    const sent = await calls.find(({ method }) => method === 'POST')!.formData()
    expect(sent.get('rewardId')).toBe('rew_1')
    expect((sent.get('file') as File).name).toBe('kode.csv')
    answers[imports] = { body: { items: [job] } }
    vi.advanceTimersByTime(1500)
    await vi.waitFor(() => expect(pool.get('li [role=status]').text()).toBe('Selesai'))
  })

  it('says at the field why a file was refused', async () => {
    const { pool } = await shown({ [imports]: { body: { items: [] } }, 'POST /reward-code-imports': refused('/file', 'Berkas terlalu besar.') })
    await choose(pool, new File(['x'], 'kode.csv'))
    await vi.waitFor(() => expect(described(field(pool, 'Berkas CSV'))).toBe('Berkas terlalu besar.'))
  })

  it('takes no files from who may not change rewards', async () => {
    const { pool } = await shown({ [imports]: { body: { items: [job] } } }, false)
    expect(pool.find('form').exists()).toBe(false)
    expect(pool.find('a').exists()).toBe(false)
  })
})
