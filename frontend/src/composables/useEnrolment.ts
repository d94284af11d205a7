import { ref } from 'vue'
import type { EnrolmentResponse } from '@/api/types'

const storageKey = 'setia.enrolment'

/** The enrolment that waits for its code, kept while the tab lives. */
export function useEnrolment() {
  const enrolment = ref<EnrolmentResponse | undefined>(read())

  function keep(answer: EnrolmentResponse) {
    enrolment.value = answer
    sessionStorage.setItem(storageKey, JSON.stringify(answer))
  }

  function forget() {
    enrolment.value = undefined
    sessionStorage.removeItem(storageKey)
  }

  return { enrolment, keep, forget }
}

function read(): EnrolmentResponse | undefined {
  const stored = sessionStorage.getItem(storageKey)
  return stored ? (JSON.parse(stored) as EnrolmentResponse) : undefined
}
