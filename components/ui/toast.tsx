"use client";

import { TriangleAlert } from "lucide-react";
import { Toaster, toast } from "sonner";
import { Icon } from "./icon";

export type ToastAction = { label: string; onAction: () => void };

/** A notice for 6 seconds (it waits while pointed at or focused), with one action at most. App only. */
export function showToast(text: string, action?: ToastAction): void {
  toast(text, { action: action && { label: action.label, onClick: action.onAction } });
}

/** A failure: it stays until it is closed or tried again. App only. */
export function showError(text: string, action?: ToastAction): void {
  toast.error(text, {
    duration: Number.POSITIVE_INFINITY,
    closeButton: action === undefined,
    action: action && { label: action.label, onClick: action.onAction },
  });
}

/** Where notices appear; once, in the layout. */
export function ToastRegion(props: { label: string; closeLabel: string }) {
  return (
    <Toaster
      position="bottom-center"
      // One above the other, so that none hides another's action.
      expand
      containerAriaLabel={props.label}
      // Clear of the tab bar.
      mobileOffset={{ bottom: 80 }}
      icons={{ error: <Icon icon={TriangleAlert} size={16} /> }}
      toastOptions={{
        unstyled: true,
        duration: 6000,
        closeButtonAriaLabel: props.closeLabel,
        classNames: { toast: "toast" },
      }}
    />
  );
}
