import { ref } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Problem } from '@/api/problem'
import type { ProofRequest } from '@/api/types'

/** The proof of a form, and what the server found wrong with it. */
export function useProof() {
  const { t } = useI18n()
  const proof = ref<ProofRequest>({})
  const refusal = ref<string>()

  const given = () => Boolean(proof.value.password ?? (proof.value.code?.length === 6 && proof.value.codeId))

  /** Runs what needs the proof; the server's word on it stays beside the proof. */
  async function withProof<T>(act: (proof: ProofRequest) => Promise<T>): Promise<T> {
    refusal.value = undefined
    return act(proof.value).catch((problem: Problem) => {
      refusal.value = problem.errors?.find((item) => item.pointer.startsWith('/proof'))?.detail
      if (!refusal.value && proof.value.codeId && ['code_invalid', 'code_expired'].includes(problem.code)) refusal.value = problem.detail
      throw problem
    })
  }

  function check(): boolean {
    refusal.value = given() ? undefined : t('proof.needed')
    return given()
  }

  function forget() {
    proof.value = {}
    refusal.value = undefined
  }

  return { proof, refusal, check, withProof, forget }
}
