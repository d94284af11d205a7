import { flushPromises } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import { Problem } from '@/api/problem'
import { render } from '@/test/render'
import CodeForm from './CodeForm.vue'

const refused = (pointer: string, detail: string) => new Problem(422, 'invalid_request', '', undefined, undefined, [{ pointer, code: 'wrong', detail }])

function form(props: { withPassword?: boolean; sendCode?: (password?: string) => Promise<{ sentTo: string }>; finish?: (code: string) => Promise<unknown> }) {
  return render(CodeForm, { props: { withPassword: true, sendCode: async () => ({ sentTo: 's•••@contoh.id' }), finish: async () => {}, done: 'Buka akun', ...props } })
}

async function submit(shown: ReturnType<typeof form>, value?: string) {
  if (value !== undefined) await shown.get('input').setValue(value)
  await shown.get('form').trigger('submit')
  await flushPromises()
}

describe('proving that it is the member', () => {
  it('takes the password, then the code that was sent', async () => {
    const sendCode = vi.fn(async () => ({ sentTo: 's•••@contoh.id' }))
    const finish = vi.fn(async () => {})
    const shown = form({ sendCode, finish })
    expect([shown.get('label').text(), shown.get('[type=submit]').text()]).toEqual(['Kata sandi', 'Kirim kode'])
    await submit(shown, 'kopi-susu')
    expect(sendCode.mock.calls).toEqual([['kopi-susu']])
    expect(shown.get('[role=status]').text()).toContain('s•••@contoh.id')

    expect([shown.get('label').text(), shown.get('[type=submit]').text()]).toEqual(['Kode 6 angka', 'Buka akun'])
    await submit(shown, '12345')
    expect(shown.text()).toContain('Isi 6 angka dari pesan kami.')
    expect(finish).not.toHaveBeenCalled()

    await submit(shown, ' 123456 ')
    expect(finish.mock.calls).toEqual([['123456']])
  })

  it('asks for no password where there is none, and sends another code to who wants one', async () => {
    const sendCode = vi.fn(async () => ({ sentTo: '0812-••••-7890' }))
    const shown = form({ withPassword: false, sendCode })
    expect(shown.find('input').exists()).toBe(false)
    await submit(shown)
    await shown.findAll('button').find((button) => button.text() === 'Minta kode baru')!.trigger('click')
    await submit(shown)
    expect(sendCode.mock.calls).toEqual([[undefined], [undefined]])
  })

  it('shows the server’s refusals at their fields', async () => {
    const password = form({ sendCode: () => Promise.reject(refused('/password', 'Kata sandi salah.')) })
    await submit(password, 'kopi')
    expect(password.get('input').attributes('aria-invalid')).toBe('true')
    expect(password.text()).toContain('Kata sandi salah.')

    const code = form({ finish: () => Promise.reject(refused('/code', 'Kode ini tidak cocok.')) })
    await submit(code, 'kopi-susu')
    await submit(code, '123456')
    expect(code.get('input').attributes('aria-invalid')).toBe('true')
    expect(code.text()).toContain('Kode ini tidak cocok.')
  })
})
