import { describe, expect, it } from 'vitest'
import { Problem } from '@/api/problem'
import { render } from '@/test/render'
import QuerySection from './QuerySection.vue'

const section = (props: Record<string, unknown>) => render(QuerySection, { props: { data: undefined, error: null, ...props }, slots: { default: '<template #default="{ data }"><b>{{ data }}</b></template>' } })
const refused = (status: number) => new Problem(status, 'refused', '', undefined, 'req_1')

describe('what is read from the server', () => {
  it('is waited for, and the wait is told', () => {
    const waiting = section({ status: 'pending' })
    expect(waiting.get('[aria-busy=true] [role=status]').text()).toBe('Memuat…')
    expect(waiting.find('b').exists()).toBe(false)
  })

  it('is shown once it is there, also while a newer one fails', () => {
    expect(section({ data: 'Poin', status: 'success' }).get('b').text()).toBe('Poin')
    expect(section({ data: 'Poin', status: 'error', error: refused(500) }).text()).toBe('Poin')
  })

  it('says who may not see it, and what is not there by its own name', () => {
    expect(section({ status: 'error', error: refused(403) }).text()).toBe('Anda tidak memiliki aksesHalaman ini untuk akun lain. Masuk dengan akun yang sesuai atau kembali ke beranda.')
    expect(section({ status: 'error', error: refused(404) }).text()).toBe('Tidak ditemukanData ini tidak ada atau sudah dipindahkan.')
    expect(section({ status: 'error', error: refused(404), missingTitle: 'Laporan tidak ditemukan' }).text()).toContain('Laporan tidak ditemukan')
  })

  it('is asked for again after a failure by who wants to', async () => {
    const failed = section({ status: 'error', error: refused(500) })
    expect(failed.get('[role=alert]').text()).toContain('gangguan di pihak kami')
    expect(failed.get('button').text()).toBe('Coba lagi')
    await failed.get('button').trigger('click')
    expect(failed.emitted('retry')).toHaveLength(1)
  })
})
