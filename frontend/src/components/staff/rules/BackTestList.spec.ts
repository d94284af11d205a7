import { describe, expect, it } from 'vitest'
import { render } from '@/test/render'
import BackTestList from './BackTestList.vue'

describe('the back-tests', () => {
  it('tell days, stores and the difference once done', () => {
    const test = { jobId: 'job_1', state: 'done', sentence: { id: '2× poin', en: '2× points' }, from: '2026-08-01', until: '2026-08-31', storeIds: ['sto_1'], result: { figures: { difference: 1240 } } }
    const text = render(BackTestList, { props: { tests: [test] } }).text().replaceAll('\u00a0', ' ')
    expect(text).toContain('1 Agustus 2026')
    expect(text).toContain('1 toko')
    expect(text).toContain('+1.240 poin')
  })
})
