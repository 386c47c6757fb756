"""The EC2 serial console is enabled for the account, or a key is pushed to it.

The serial console reaches an instance below its network: no security group, no flow log and no
SSH daemon stands in the way. It is off by default and needed once in a blue moon.
"""

from aws_cloudtrail_helpers import account_id, actor, aws_context, is_success

CONSOLE_CALLS = ("EnableSerialConsoleAccess", "SendSerialConsoleSSHPublicKey")


def rule(event):
    return event.get("eventName") in CONSOLE_CALLS and is_success(event)


def severity(event):
    return "HIGH" if event.get("eventName") == "SendSerialConsoleSSHPublicKey" else "DEFAULT"


def title(event):
    if event.get("eventName") == "EnableSerialConsoleAccess":
        return f"{actor(event)} enabled the EC2 serial console in account {account_id(event)}"
    instance = event.deep_get("requestParameters", "instanceId", default="an instance")
    return f"{actor(event)} pushed an SSH key to the serial console of {instance}"


def dedup(event):
    return f"{account_id(event)}:{actor(event)}:{event.get('eventName')}"


def alert_context(event):
    context = aws_context(event)
    context["instance_id"] = event.deep_get("requestParameters", "instanceId")
    context["ssh_public_key"] = event.deep_get("requestParameters", "sSHPublicKey")
    return context
