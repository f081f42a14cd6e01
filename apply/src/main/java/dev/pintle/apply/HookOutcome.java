package dev.pintle.apply;

import dev.pintle.apply.history.RecordedHook;
import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.release.Hook;

/**
 * What became of one hook.
 *
 * @param event on which it ran
 * @param source the template that made it
 * @param run when it ran and how it ended
 * @param log what its pods printed, where its policy or the caller asked for it; else empty
 * @param failure why it failed, or null
 */
public record HookOutcome(
    ObjectRef object,
    Hook.Event event,
    String source,
    RecordedHook.Run run,
    String log,
    Diagnostic failure) {}
